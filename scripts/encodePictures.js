// Makes the pictures of the README and of the walkthrough of what `npm run pictures` has taken: palettes of 256 colors are a third of the size.
const fs = require('node:fs');
const path = require('node:path');
const UPNG = require('@pdf-lib/upng').default;
const { GIFEncoder, applyPalette, quantize } = require('gifenc');

const taken = 'out/readme-pictures';
const shown = 'docs/images';
/** What VS Code shows beside the steps comes with the extension. */
const walkthrough = 'media/walkthrough';

function pixelsOf(file) {
	const image = UPNG.decode(fs.readFileSync(path.join(taken, file)));
	const { width, height } = image;
	return { width, height, rgba: new Uint8Array(UPNG.toRGBA8(image)[0]) };
}

function put(file, bytes) {
	fs.writeFileSync(file, bytes);
	console.log(`${file}: ${bytes.length} bytes`);
}

function encodeStill(file) {
	const { width, height, rgba } = pixelsOf(file);
	const step = /^walkthrough-(.*)$/.exec(file)?.[1];
	const target = step ? path.join(walkthrough, step) : path.join(shown, file);
	put(target, Buffer.from(UPNG.encode([rgba.buffer], width, height, 256)));
}

/** What is as it was in the picture before is transparent, which packs well. */
function encodeMovie(frames) {
	const pictures = frames.map(({ file }) => pixelsOf(file));
	const { width, height } = pictures[0];
	const samples = [0, Math.floor(pictures.length / 2), pictures.length - 1].map(
		index => pictures[index].rgba,
	);
	const colors = quantize(Buffer.concat(samples), 255);
	const transparentIndex = colors.length;
	const palette = [...colors, [0, 0, 0]];
	const gif = GIFEncoder();
	let before;
	for (const [index, { rgba }] of pictures.entries()) {
		const now = applyPalette(rgba, colors);
		const changed = before ? now.map((color, at) => (color === before[at] ? transparentIndex : color)) : now;
		gif.writeFrame(changed, width, height, {
			delay: frames[index].delay,
			dispose: 1,
			...(before ? { transparent: true, transparentIndex } : { palette }),
		});
		before = now;
	}
	gif.finish();
	put(path.join(shown, 'tour.gif'), Buffer.from(gif.bytes()));
}

const stills = fs.readdirSync(taken).filter(file => file.endsWith('.png') && !file.startsWith('frame-'));
stills.forEach(encodeStill);
const movie = path.join(taken, 'frames.json');
if (fs.existsSync(movie)) {
	encodeMovie(JSON.parse(fs.readFileSync(movie, 'utf8')));
}
