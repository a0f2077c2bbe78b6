// The handbook's own Markdown: headings, paragraphs, lists, tables and code. What else Markdown can do does not stand there.

/** A piece of running text. */
export type Piece = { kind: "text" | "strong" | "emphasis" | "code"; text: string } | { kind: "link"; text: string; target: string };

/** A block of a page. */
export type Block =
    | { kind: "heading"; level: number; pieces: Piece[] }
    | { kind: "paragraph"; pieces: Piece[] }
    | { kind: "list"; ordered: boolean; items: Piece[][] }
    | { kind: "table"; head: Piece[][]; rows: Piece[][][] }
    | { kind: "code"; text: string };

const INLINE = /!\[[^\]]*\]\([^)]*\)|`([^`]+)`|\*\*(.+?)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)/g;

/** The pieces of a line. Pictures are left out: the program itself is beside. */
export function piecesOf(line: string): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    const plain = (text: string) => text !== "" && pieces.push({ kind: "text", text });
    for (const found of line.matchAll(INLINE)) {
        plain(line.slice(from, found.index));
        from = found.index + found[0].length;
        const [, code, strong, emphasis, text, target] = found;
        if (code !== undefined) pieces.push({ kind: "code", text: code });
        else if (strong !== undefined) pieces.push({ kind: "strong", text: strong });
        else if (emphasis !== undefined) pieces.push({ kind: "emphasis", text: emphasis });
        else if (text !== undefined && target !== undefined) pieces.push({ kind: "link", text, target });
    }
    plain(line.slice(from));
    return pieces;
}

/** The same as text alone. */
export function plainOf(pieces: readonly Piece[]): string {
    return pieces.map(({ text }) => text).join("");
}

const ITEM = /^(?:- |\d+\. )/;
const cellsOf = (line: string): Piece[][] =>
    line
        .replace(/^\||\|$/g, "")
        .split(/(?<!\\)\|/)
        .map((cell) => piecesOf(cell.trim()));

/** The blocks of a page. */
export function blocksOf(page: string): Block[] {
    const lines = page.replaceAll("\r\n", "\n").split("\n");
    const blocks: Block[] = [];
    let at = 0;
    const take = (is: (line: string) => boolean): string[] => {
        const taken: string[] = [];
        for (let line = lines[at]; line !== undefined && is(line); line = lines[++at]) taken.push(line);
        return taken;
    };
    while (at < lines.length) {
        const line = lines[at] ?? "";
        const heading = /^(#+) (.*)$/.exec(line);
        if (line.trim() === "") at += 1;
        else if (heading) {
            at += 1;
            blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, pieces: piecesOf(heading[2] ?? "") });
        } else if (line.startsWith("```")) {
            at += 1;
            blocks.push({ kind: "code", text: take((one) => !one.startsWith("```")).join("\n") });
            at += 1;
        } else if (line.startsWith("|")) {
            const [head = "", , ...rows] = take((one) => one.startsWith("|"));
            blocks.push({ kind: "table", head: cellsOf(head), rows: rows.map(cellsOf) });
        } else if (ITEM.test(line)) {
            const items: string[] = [];
            for (const one of take((one) => ITEM.test(one) || /^ {2,}\S/.test(one))) {
                if (ITEM.test(one)) items.push(one.replace(ITEM, ""));
                else items.push(`${items.pop() ?? ""} ${one.trim()}`);
            }
            blocks.push({ kind: "list", ordered: /^\d/.test(line), items: items.map(piecesOf) });
        } else {
            const text = take((one) => one.trim() !== "" && !/^(#+ |```|\|)/.test(one) && !ITEM.test(one));
            const pieces = piecesOf(text.join(" "));
            if (pieces.length > 0) blocks.push({ kind: "paragraph", pieces });
        }
    }
    return blocks;
}

/** The words of a block. */
export function wordsOf(block: Block): string {
    switch (block.kind) {
        case "list":
            return block.items.map(plainOf).join(" ");
        case "table":
            return [block.head, ...block.rows].map((row) => row.map(plainOf).join(" ")).join(" ");
        case "code":
            return block.text;
        default:
            return plainOf(block.pieces);
    }
}
