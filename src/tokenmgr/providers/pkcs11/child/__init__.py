"""The child side. Nobody imports this room; it is started, one process per module.

Here alone are the PKCS#11 binding and the CKR_ codes known. The room is kept light: it imports neither the model nor
anything heavy at start, because it starts with every command.
"""
