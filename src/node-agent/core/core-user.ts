/** One customer's id as a core holds it on one inbound. `email` is the key, lower-case ASCII. */
export type CoreUser = { email: string; vlessId: string; flow: '' | 'xtls-rprx-vision' };
