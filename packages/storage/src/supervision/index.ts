export {
	countExposures,
	type ExposurePosition,
	type ExposuresAsked,
	listExposureIds,
	writeExposures,
} from "./exposures.ts";
export {
	countInstruments,
	type InstrumentListRequest,
	type InstrumentPosition,
	type InstrumentsAsked,
	listedInstruments,
	listInstrumentStates,
} from "./list.ts";
export { instrumentsOf, instrumentsOn, loadInstrument } from "./read.ts";
export { saveInstrument } from "./save.ts";
export {
	type HeldPoints,
	holdsSamePoints,
	loadHeldPoints,
	type PointOfUnit,
	type PointsAsked,
	type PointsOfIssue,
	pointsOfUnit,
	type RankedUnit,
	type RankPosition,
	rankUnits,
	writeScorePoints,
} from "./scores.ts";
