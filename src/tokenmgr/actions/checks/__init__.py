"""What the doctor looks at, one concern a file. Nothing here changes anything."""
