"""Everything that is typed into, shown and said about PINs; dialogs are made of it, and so are questions."""
