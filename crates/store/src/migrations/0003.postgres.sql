UPDATE jobs SET lane = right(id, 36) WHERE kind = 'webhook';
