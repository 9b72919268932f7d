//! What people add in whichever language they write in.
//!
//! Owns courtesies, which every language accepts before and after a preference. It must never hold a
//! word that says something about the answers.

use crate::text::rules::table::{Class, words};

pub(in crate::text::rules) const CLASS: Class = words(
    "courtesy",
    "please|pls|plz|thanks|thank you|thx|bitte|danke|danke schön|merci|merci beaucoup|s il te plaît|\
    s il vous plaît|stp|svp|por favor|porfa|gracias|muchas gracias|obrigado|obrigada|grazie|\
    per favore|per piacere|alsjeblieft|alstublieft|dank je|dank je wel|dankjewel|bedankt|proszę|dziękuję|\
    dzięki|пожалуйста|спасибо|lütfen|teşekkürler|teşekkür ederim|sağol|من فضلك|لو سمحت|شكرا|कृपया|\
    धन्यवाद|शुक्रिया|प्लीज़|प्लीज|hi|hello|hey|hallo|hola|olá|ciao|salut|bonjour|merhaba|привет",
);
