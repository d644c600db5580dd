"""People, the offices they hold and the appointments that put them there."""
