export const root = document.documentElement;
export const byId = (id) => document.getElementById(id);
export const element = (tag, text, className) => {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
};
