// The use cases that the screen may call: name to request and response, as the core's contract has them.
export type { Operations as Calls } from "../generated/contract";
