"""What this program can do about what the doctor found: one repair a file, each with its way back."""
