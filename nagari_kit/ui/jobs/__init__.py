"""Work beside the window: started by screens, carried out by services, answered on the GUI side."""
