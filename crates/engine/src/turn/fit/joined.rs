//! The text of several layers as one part of a message.
//!
//! Owns the account of joined text: which bytes belong to which layer and which source, and each layer's
//! share of the tokens. It must never decide which layers stand together.

use std::sync::Arc;

use crate::agent::layer::Channel;
use crate::check::stability::Stability;
use crate::turn::compose::layer::{Composed, GAP};
use crate::turn::measure::Scale;
use crate::turn::message::entry::{LayerSpan, TextPart};
use crate::turn::origins::ENGINE;

/// What a text of layers meets within the same message. Providers set the pieces of a message side by side
/// with nothing between them, so the text brings the gap along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Joints {
    /// Other text stands in front of it.
    pub before: bool,
    /// Other text stands behind it.
    pub behind: bool,
}

impl TextPart {
    /// The text of layers, with the gaps to what stands beside it.
    pub(crate) fn of(layers: &[&Arc<Composed>], joints: Joints, scale: &mut Scale<'_>) -> Self {
        let mut part = Self::default();
        if joints.before {
            part.push_gap();
        }
        for layer in layers {
            part.append(layer);
        }
        // A layer's tokens include those of the gap before it.
        let (mut pieces, mut kept) = (Vec::new(), Vec::new());
        let mut at = 0;
        for (span, layer) in part.layers.iter().zip(layers) {
            pieces.push(part.text.get(at..span.range.start).unwrap_or_default());
            pieces.push(layer.text.text.as_str());
            kept.extend([None, Some(&layer.inside)]);
            at = span.range.end;
        }
        if joints.behind {
            pieces.push(GAP);
            kept.push(None);
        }
        let (total, shares) = scale.pieces(&pieces, &kept);
        part.tokens = total;
        for (span, shares) in part.layers.iter_mut().zip(shares.chunks(2)) {
            span.tokens = shares.iter().sum();
        }
        if joints.behind {
            part.push_gap();
            // The text behind has its own account, so the last layer here answers for the tokens of this gap.
            if let (Some(last), Some(share)) = (part.layers.last_mut(), shares.last()) {
                last.tokens += share;
            }
        }
        part
    }

    fn push_gap(&mut self) {
        let start = self.text.len();
        self.text.push_str(GAP);
        self.origins.push((start..self.text.len(), ENGINE));
    }

    fn append(&mut self, layer: &Composed) {
        if !self.layers.is_empty() {
            self.push_gap();
        }
        let start = self.text.len();
        self.text.push_str(&layer.text.text);
        let shifted = layer
            .text
            .ranges()
            .map(|(range, source)| (range.start + start..range.end + start, source));
        self.origins.extend(shifted);
        let range = start..self.text.len();
        let place = layer.index;
        // Whatever stands behind the history stands elsewhere in the next turn.
        let stability =
            if layer.channel == Channel::Turn { Stability::Turn } else { layer.stability };
        self.layers.push(LayerSpan { place, range, stability, tokens: 0 });
    }
}
