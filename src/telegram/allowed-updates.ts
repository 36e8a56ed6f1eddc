/** The kinds of update the bot has an answer for; Telegram sends no others. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'pre_checkout_query'] as const;
