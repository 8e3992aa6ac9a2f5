import { element } from "./element.js";

/** The frame in which words of a box are marked. A box that is moved in the page loses its focus, its selection and its scroll, so all are given back. */
export function framed(field) {
  const [isHere, start, end, top] = [document.activeElement === field, field.selectionStart, field.selectionEnd, field.scrollTop];
  const frame = element("div", field.matches("input") ? "info-marks info-marks--line" : "info-marks");
  field.replaceWith(frame);
  frame.append(field);
  if (isHere) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end);
  }

  field.scrollTop = top;
  return frame;
}
