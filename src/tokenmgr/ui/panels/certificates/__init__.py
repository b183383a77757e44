"""Every certificate of every token, here or seen before; on the right, all there is to know of the chosen one."""
