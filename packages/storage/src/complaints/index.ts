export {
	listComplaintRows,
	listedComplaintRows,
	type StoredComplaintPage,
} from "./list.ts";
export type { ComplaintListRequest, ComplaintPosition } from "./list-query.ts";
export {
	findComplaint,
	loadComplaints,
	loadMatchable,
	type MatchRequest,
	receiptHolders,
	relatedBy,
	relatedComplaints,
} from "./read.ts";
export { type ChangedComplaint, isReceiptTaken, saveComplaints } from "./save.ts";
export { type RegionTally, readBatches, readTallies, type TallyRequest } from "./tally.ts";
export { WAITING_BOUND, type WaitingComplaints, waitingComplaints } from "./waiting.ts";
