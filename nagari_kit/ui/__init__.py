"""The Qt window: screens, widgets, style and background jobs."""
