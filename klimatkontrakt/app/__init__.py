"""Use cases: plain arguments in, a frozen result out. The only place where rooms meet."""
