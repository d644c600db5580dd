"""Released schedules."""
