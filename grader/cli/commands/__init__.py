"""The commands of `grader`: a module for each, and nothing else. A new file is a new command."""
