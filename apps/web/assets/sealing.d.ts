// For the tests, which seal as a page does.

export function canSeal(): boolean;
export function seal(key: string, text: string): Promise<string>;
