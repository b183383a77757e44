"""Software tokens to rehearse with: they count, lock and come unplugged like the real ones, and open no real door."""
