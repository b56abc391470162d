"""From raw bytes to claims: each module is one step on the way of one sentence."""
