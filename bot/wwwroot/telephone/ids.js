// Two letters and 32 hexadecimal digits, as the provider names things.
export const newId = kind => kind + crypto.randomUUID().replaceAll('-', '');
