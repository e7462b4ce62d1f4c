"""The commands of `grader`: a module each, and nothing else. A new file is a new command."""
