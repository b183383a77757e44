"""What may stand between a token and its user, looked at one by one."""
