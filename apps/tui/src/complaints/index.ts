// The door of the room: what other rooms of the command line use of it.
export { importComplaints } from "./import-complaints.ts";
export { theInspection } from "./options.ts";
export { complaintSections } from "./sections.ts";
export { seesComplaints } from "./sees.ts";
export { complaintsView } from "./view.ts";
