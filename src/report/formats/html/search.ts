/**
 * The page's only script: it hides the findings that do not hold every word that is typed. Plain JavaScript, fixed, so
 * that the page's policy can name it by its hash; it reads text and never writes any markup.
 */
export const search = `
const box = document.getElementById("search");
const told = document.getElementById("found");
const findings = [...document.querySelectorAll(".finding")];
const texts = findings.map((finding) => finding.textContent.toLowerCase());
box.closest("[hidden]").hidden = false;
box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
  let shown = 0;
  findings.forEach((finding, index) => {
    const fits = words.every((word) => texts[index].includes(word));
    finding.hidden = !fits;
    if (fits) shown++;
  });
  told.textContent = words.length === 0 ? "" : shown + " of " + findings.length;
});
`;
