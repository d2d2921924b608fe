export { listReferralStates, loadReferral, type ReferralListRequest, type ReferralPosition } from "./read.ts";
export { saveReferral } from "./save.ts";
