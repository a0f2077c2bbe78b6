// The use cases the screen may call, name to request and response. Filled from src/generated when the contract is generated.

/** Name of a use case to the shapes of its request and response. */
export type Calls = Record<string, { request: unknown; response: unknown }>;
