//! Random numbers that give the same sample for the same seed, on every machine and in every
//! version.
//!
//! SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators"): five
//! lines that never change, where a library may change its ranges with a version. Each thing that
//! is drawn for has a stream of its own by its place, so that the millionth row is known without
//! those before it and nothing must be kept while a list is written.

/// What is drawn for.
#[derive(Clone, Copy)]
pub(super) enum Stream {
    Sample = 1,
    Person = 2,
    Claim = 3,
    Row = 4,
    Anomaly = 5,
    Life = 6,
    Flaw = 7,
}

/// Draws for one thing.
pub(super) struct Draws {
    state: u64,
}

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

fn mixed(state: u64) -> u64 {
    let state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    state ^ (state >> 31)
}

impl Draws {
    /// The draws for the thing at `place` of a stream.
    pub(super) fn of(seed: u64, stream: Stream, place: [u64; 2]) -> Draws {
        let [first, second] = place;
        let state = [stream as u64, first, second]
            .into_iter()
            .fold(seed, |state, part| mixed(state.wrapping_add(STEP) ^ part));
        Draws { state }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        mixed(self.state)
    }

    /// A number from 0 to below `limit`; 0 where `limit` is 0. The numbers are as likely as each
    /// other but for one part in 2⁶⁴ ÷ `limit`.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        // The upper half of a product of two 64-bit numbers fits into 64 bits.
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    /// Whether a thing happens that happens once in `times`.
    pub(super) fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// One of `choices`.
    ///
    /// # Panics
    /// When there is nothing to choose from, which `Material` holds.
    pub(super) fn pick<'c, T>(&mut self, choices: &'c [T]) -> &'c T {
        let place = self.below(choices.len() as u64);
        &choices[usize::try_from(place).unwrap_or(0)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_published_generator() {
        let mut draws = Draws { state: 1_234_567 };
        let first = [(); 4].map(|()| draws.next());
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431
            ]
        );
    }

    #[test]
    fn places_and_streams_differ() {
        let first = |stream, place| Draws::of(1, stream, place).next();
        let drawn = [
            first(Stream::Person, [0, 0]),
            first(Stream::Person, [0, 1]),
            first(Stream::Person, [1, 0]),
            first(Stream::Row, [0, 0]),
        ];
        for (place, number) in drawn.iter().enumerate() {
            assert!(!drawn[place + 1..].contains(number));
        }
    }

    #[test]
    fn draws_stay_below_their_limit() {
        let mut draws = Draws::of(7, Stream::Sample, [0, 0]);
        let mut seen = [0u32; 6];
        for _ in 0..6_000 {
            seen[usize::try_from(draws.below(6)).unwrap()] += 1;
        }
        assert!(seen.iter().all(|count| (800..1_200).contains(count)), "{seen:?}");
        assert_eq!(draws.below(0), 0);
    }
}
