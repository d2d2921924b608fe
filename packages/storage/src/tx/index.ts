export {
	type Reader,
	readerOf,
	readSnapshot,
	type TransactionOptions,
	type Tx,
	withTransaction,
} from "./tx.ts";
