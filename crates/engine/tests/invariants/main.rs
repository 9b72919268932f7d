//! What always holds, tried on random input.
