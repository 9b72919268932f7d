//! The numbering plans of telephone regions.
//!
//! Owns the table `region.tsv` and its reading: calling code, lengths, the form of a national number,
//! what is dialled in front of it. The facts are those of libphonenumber's metadata (Apache-2.0); a test
//! compares every row with the newest that is known. It must never read a number.

/// The table, a region on each line.
const TABLE: &str = include_str!("region.tsv");

/// The numbering plan of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The calling code, without `+`.
    pub code: &'static str,
    /// Two capital letters; `001` for services of no region.
    pub name: &'static str,
    /// The form of a national number, as a regular expression over ASCII digits.
    pub form: &'static str,
    /// What stands in front of a national number inside the region, as a regular expression; empty
    /// where there is nothing.
    pub trunk: &'static str,
    /// What a match of `trunk` becomes: `$1` and `$2` are its groups. Empty: nothing.
    pub becomes: &'static str,
    /// What is dialled to reach other regions, as a regular expression; empty where there is nothing.
    pub abroad: &'static str,
    lengths: &'static str,
}

impl Region {
    /// The plan of a region.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        all().find(|region| region.name == name && name != "001")
    }

    /// The plans that share the calling code with which digits begin, the largest region first.
    #[must_use]
    pub fn dialled(digits: &str) -> Vec<Self> {
        // No calling code is the beginning of another.
        all().filter(|region| digits.starts_with(region.code)).collect()
    }

    /// Whether a national number can have this many digits.
    #[must_use]
    pub fn has_length(&self, digits: usize) -> bool {
        self.lengths.split(' ').any(|length| length.parse() == Ok(digits))
    }
}

/// All plans, by calling code.
pub fn all() -> impl Iterator<Item = Region> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        let mut next = || fields.next();
        let (code, name, lengths, form) = (next()?, next()?, next()?, next()?);
        let mut rest = || fields.next().unwrap_or_default();
        Some(Region { code, name, form, trunk: rest(), becomes: rest(), abroad: rest(), lengths })
    })
}
