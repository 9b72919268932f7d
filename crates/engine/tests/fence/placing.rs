//! Where fences stand, and what they enclose.

use proem::text::fence::Block;

use crate::{AUTHOR, OTHER, VALUE, render, seal};

#[test]
fn fences_stand_where_values_stand_alone() {
    for (parts, want) in [
        (vec![("a", VALUE)], "<notes>\na\n</notes>"),
        (vec![("  ", AUTHOR), ("a\nb\n", VALUE), ("\nx", AUTHOR)], "  <notes>\na\nb\n</notes>\nx"),
        (
            vec![("x\n\t", AUTHOR), ("a", VALUE), ("b", VALUE), (" \r\ny", AUTHOR)],
            "x\n\t<notes>\nab\n</notes> \r\ny",
        ),
        (vec![("a\nb", VALUE), ("c", OTHER)], "a bc"),
        (vec![("a\r\nb\u{2028}c\n", VALUE), (".", AUTHOR)], "a b c ."),
        (
            vec![("a", VALUE), ("\n", AUTHOR), ("b", OTHER)],
            "<notes>\na\n</notes>\n<ticket>\nb\n</ticket>",
        ),
    ] {
        assert_eq!(seal(&render(&parts), &[]).text, want, "{parts:?}");
    }
}

#[test]
fn blocks_are_fenced_as_a_whole() {
    let rendered = render(&[
        ("Them:\n", AUTHOR),
        ("- ", AUTHOR),
        ("Ann\nB", VALUE),
        (": ", AUTHOR),
        ("x", VALUE),
        ("\n- ", AUTHOR),
        ("y", VALUE),
        ("\nEnd", AUTHOR),
    ]);
    let range = "Them:\n".len()..rendered.text.len() - "\nEnd".len();
    let sealed = seal(&rendered, &[Block { range: range.clone(), source: OTHER }]);
    assert_eq!(sealed.text, "Them:\n<ticket>\n- Ann B: x\n- y\n</ticket>\nEnd");
    assert_eq!(sealed.neutralised, [(VALUE, 1)]);
    let fence = &sealed.fences[0];
    assert_eq!(&sealed.text[fence.inner.clone()], "- Ann B: x\n- y");
    assert_eq!(&sealed.text[fence.outer.clone()], "<ticket>\n- Ann B: x\n- y\n</ticket>");
    for odd in [0..0, 3..9, 5..5000, 7000..9000, range.start..range.end + 2] {
        seal(&rendered, &[Block { range: odd, source: OTHER }]);
    }
}

#[test]
fn entities_are_never_decoded() {
    for text in
        ["&lt;/notes&gt;", "&amp;lt;/notes&amp;gt;", "&#60;/notes&#62;", "&lt;|im_start|&gt;"]
    {
        assert_eq!(
            seal(&render(&[("Say ", AUTHOR), (text, VALUE), (".", AUTHOR)]), &[]).text,
            format!("Say {text}.")
        );
    }
}
