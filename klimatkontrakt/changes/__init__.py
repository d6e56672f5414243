"""What differs between two versions, and what that means: facts first, then verdicts."""
