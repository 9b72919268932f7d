//! A file as the process sees it, and which of its sectors the disk has not got yet.
//!
//! Owns that difference. It must never know who writes.

use std::collections::BTreeSet;

use crate::chance::Chance;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// A file.
#[derive(Debug, Default)]
pub(super) struct Image {
    bytes: Vec<u8>,
    /// Sectors that the disk has in an older form, or not at all.
    dirty: BTreeSet<usize>,
    /// How long the file is on the disk.
    on_disk: usize,
    /// How many syncs have failed: every handle is told of each once, as Linux does.
    pub(super) failed: u64,
}

/// What the disk is to be given: first a length to cut the file to, then bytes and where they go.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pending {
    pub(super) cut: Option<usize>,
    pub(super) writes: Vec<(usize, Vec<u8>)>,
}

impl Image {
    /// A file that is on the disk as it is.
    pub(super) fn of(bytes: Vec<u8>) -> Self {
        Self { on_disk: bytes.len(), bytes, ..Self::default() }
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Reads what there is; how many bytes that were.
    pub(super) fn read(&self, at: usize, into: &mut [u8]) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let length = rest.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..length), rest.get(..length)) {
            to.copy_from_slice(from);
        }
        length
    }

    pub(super) fn write(&mut self, at: usize, bytes: &[u8]) {
        let end = at + bytes.len();
        // A gap that is left reads as zeros, and is as new as what stands behind it.
        let from = at.min(self.bytes.len());
        if end > self.bytes.len() {
            self.bytes.resize(end, 0);
        }
        if let Some(place) = self.bytes.get_mut(at..end) {
            place.copy_from_slice(bytes);
        }
        if end > from {
            self.dirty.extend(from / SECTOR..=(end - 1) / SECTOR);
        }
    }

    pub(super) fn truncate(&mut self, length: usize) {
        let grows = length > self.bytes.len();
        let from = self.bytes.len();
        self.bytes.resize(length, 0);
        if grows {
            self.dirty.extend(from / SECTOR..=(length - 1) / SECTOR);
        } else {
            self.dirty.retain(|sector| sector * SECTOR < length);
        }
    }

    /// Everything that the disk lacks; it counts as written from now on.
    pub(super) fn sync(&mut self) -> Pending {
        let cut = (self.on_disk > self.bytes.len()).then_some(self.bytes.len());
        let writes = std::mem::take(&mut self.dirty).into_iter().map(|sector| self.sector(sector));
        let writes = writes.collect();
        self.on_disk = self.bytes.len();
        Pending { cut, writes }
    }

    /// Some of what the disk lacks, which it writes before anybody asks for it.
    pub(super) fn early(&mut self, dice: &mut Chance) -> Pending {
        let chosen: Vec<usize> = self.dirty.iter().copied().filter(|_| dice.one_in(2)).collect();
        let mut writes = Vec::new();
        for sector in chosen {
            self.dirty.remove(&sector);
            let (at, bytes) = self.sector(sector);
            self.on_disk = self.on_disk.max(at + bytes.len());
            writes.push((at, bytes));
        }
        Pending { cut: None, writes }
    }

    /// A sync failed: what the disk lacks it never gets, as on Linux, where it counts as written all the same.
    pub(super) fn lose(&mut self) {
        self.dirty.clear();
        self.failed += 1;
    }

    fn sector(&self, sector: usize) -> (usize, Vec<u8>) {
        let at = sector * SECTOR;
        let end = (at + SECTOR).min(self.bytes.len());
        (at, self.bytes.get(at..end).unwrap_or_default().to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A disk that takes what it is given.
    fn give(disk: &mut Vec<u8>, pending: Pending) {
        if let Some(length) = pending.cut {
            disk.truncate(length);
        }
        for (at, bytes) in pending.writes {
            let end = at + bytes.len();
            if end > disk.len() {
                disk.resize(end, 0);
            }
            disk[at..end].copy_from_slice(&bytes);
        }
    }

    #[derive(Clone, Debug)]
    enum Step {
        Write(usize, Vec<u8>),
        Truncate(usize),
        Early(u64),
        Sync,
    }

    fn step() -> impl Strategy<Value = Step> {
        let bytes = prop::collection::vec(any::<u8>(), 1..1500);
        prop_oneof![
            (0..6000_usize, bytes).prop_map(|(at, bytes)| Step::Write(at, bytes)),
            (0..6000_usize).prop_map(Step::Truncate),
            any::<u64>().prop_map(Step::Early),
            Just(Step::Sync),
        ]
    }

    proptest! {
        #[test]
        fn what_is_synced_is_on_the_disk_and_nothing_else_is_invented(steps in prop::collection::vec(step(), 1..30)) {
            let (mut image, mut plain, mut disk) = (Image::default(), Vec::<u8>::new(), Vec::new());
            for step in steps {
                match step {
                    Step::Write(at, bytes) => {
                        image.write(at, &bytes);
                        let end = at + bytes.len();
                        if end > plain.len() {
                            plain.resize(end, 0);
                        }
                        plain[at..end].copy_from_slice(&bytes);
                    }
                    Step::Truncate(length) => {
                        image.truncate(length);
                        plain.resize(length, 0);
                    }
                    Step::Early(seed) => give(&mut disk, image.early(&mut Chance::new(seed, 0))),
                    Step::Sync => {
                        give(&mut disk, image.sync());
                        prop_assert_eq!(&disk, &plain);
                    }
                }
                let mut seen = vec![7; plain.len() + 10];
                prop_assert_eq!(image.read(0, &mut seen), plain.len());
                prop_assert_eq!(&seen[..plain.len()], &plain[..]);
            }
        }
    }

    #[test]
    fn what_is_not_synced_is_not_on_the_disk() {
        let mut image = Image::of(vec![1; 600]);
        image.write(10, &[2; 10]);
        image.truncate(560);
        assert_eq!(Image::of(vec![1; 600]).sync(), Pending::default());
        let pending = image.sync();
        assert_eq!((pending.cut, pending.writes.len()), (Some(560), 1));
        image.write(0, &[3]);
        image.lose();
        assert_eq!((image.sync(), image.failed), (Pending::default(), 1));
    }
}
