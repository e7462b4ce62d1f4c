"""Everything that runs beside a student's code, and nothing else."""
