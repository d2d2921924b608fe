export { complaintOfJournal } from "./list-complaint-history.ts";
