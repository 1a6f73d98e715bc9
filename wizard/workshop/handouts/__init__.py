"""What is handed out and what a facilitator holds in the hand: sheets, notes for each case, and the script."""
