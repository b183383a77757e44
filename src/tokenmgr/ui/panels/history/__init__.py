"""What happened to tokens, newest first."""
