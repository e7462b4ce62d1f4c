"""The host's side of the boundary: the zygote, its workers, and their deadlines."""
