"""What is plugged in now, and the safety of PINs."""
