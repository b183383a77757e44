"""Speed, as ratios against real tools side by side in one run: python -m tools.bench [--idle-minutes N]."""
