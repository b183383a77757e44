"""What this program changed on the computer: written down before it is done, and taken back to the byte."""
