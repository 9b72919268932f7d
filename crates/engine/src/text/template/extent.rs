//! How much text of its own a template has, at least and at most.
//!
//! Owns the walk over branches. What is printed is not counted: values are known in a turn only, and
//! the body of a loop counts once.

use super::Template;
use super::ast::{Part, Span};

/// The weights of a template's own text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Along the lightest branches, with loops over nothing.
    pub least: u32,
    /// Along the heaviest branches, with loops of one round.
    pub most: u32,
}

impl Template {
    /// The extent of the template's own text. `weigh` weighs one stretch of it.
    pub fn extent(&self, weigh: &mut dyn FnMut(&str) -> u32) -> Extent {
        of_parts(&self.source, &self.parts, weigh)
    }
}

fn of_parts(source: &str, parts: &[Part], weigh: &mut dyn FnMut(&str) -> u32) -> Extent {
    let mut sum = Extent::default();
    for part in parts {
        let one = match part {
            Part::Text { span, .. } => {
                let weight = weigh(Span::of(*span, source));
                Extent { least: weight, most: weight }
            }
            Part::Print(_) => Extent::default(),
            Part::If { arms, otherwise } => {
                let mut found = of_parts(source, otherwise, weigh);
                for (_, body) in arms {
                    let arm = of_parts(source, body, weigh);
                    found.least = found.least.min(arm.least);
                    found.most = found.most.max(arm.most);
                }
                found
            }
            Part::For { body, otherwise, .. } => {
                let (body, otherwise) =
                    (of_parts(source, body, weigh), of_parts(source, otherwise, weigh));
                let least = body.least.min(otherwise.least);
                Extent { least, most: body.most.max(otherwise.most) }
            }
        };
        sum.least = sum.least.saturating_add(one.least);
        sum.most = sum.most.saturating_add(one.most);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_are_weighed_apart() {
        let source = "ab{% if x %}cdef{% elif y %}g{% else %}hi{% endif %}{{ z }}\
                      {% for a in b %}jk{% endfor %}{% if x %}lmn{% endif %}";
        let template = Template::parse(source).unwrap();
        let extent = template.extent(&mut |text| u32::try_from(text.len()).unwrap());
        assert_eq!(extent, Extent { least: 2 + 1, most: 2 + 4 + 2 + 3 });
    }
}
